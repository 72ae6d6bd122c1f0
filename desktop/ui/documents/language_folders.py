"""A folder for each language, under names a person understands."""

from desktop.core import forms
from desktop.core.library import Library
from desktop.export import safe_name
from desktop.i18n import _


def language_folders(library: Library) -> dict[str, str]:
    """Names of folders by form: languages in their own words, "both" in the language of the interface."""
    names = forms.form_names(library)
    return {form: safe_name(_("Both languages") if form == forms.BOTH else name) for form, name in names.items()}
