"""The start of the program: hands the command line over to thidua_gui.app."""

import sys

from thidua_gui.app.main import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
