"""The sample year and a page over it."""

from tests.ui.year_pages import context as context
from tests.ui.year_pages import dressed as dressed
from tests.ui.year_pages import no_year as no_year
from tests.ui.year_pages import sample_file as sample_file
from tests.ui.year_pages import show as show
from tests.ui.year_pages import year as year
