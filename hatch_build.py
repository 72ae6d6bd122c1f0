"""Puts resources and catalogues into the wheel, compiled, where the installed program looks for them."""

import shutil
import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class BundleHook(BuildHookInterface[Any]):
    """Adds `desktop/_bundled/` to the wheel. An editable install needs none: it reads the source tree."""

    folder: Path | None = None

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Gather the bundle in a temporary folder and name it to the builder."""
        if version == "editable":
            return
        sys.path.insert(0, str(Path(self.root) / "packaging"))
        from bundle import make_bundle

        self.folder = Path(tempfile.mkdtemp())
        make_bundle(self.folder)
        build_data["force_include"][str(self.folder)] = "desktop/_bundled"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:  # noqa: ARG002
        """Remove the temporary folder."""
        if self.folder:
            shutil.rmtree(self.folder)
