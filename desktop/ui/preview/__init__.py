"""The policy beside the questions."""

from desktop.ui.preview.pane import PreviewPane

__all__ = ["PreviewPane"]
