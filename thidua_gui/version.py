"""The program's name and version for files, packages and folders; knows nothing else."""

from typing import Final

PROGRAM: Final = "TDKT"
VERSION: Final = "0.1.0"
