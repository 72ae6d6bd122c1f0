"""The business file: one SQLite file, migrations, backups, undo."""
