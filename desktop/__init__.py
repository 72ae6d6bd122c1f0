"""DasarKita: writes a small firm's social media policy, in Malay and in English, offline."""

__version__ = "0.1.0"
