/* python.exe and pythonw.exe of the Python put together for Wine; PYTHON_DLL is given to the compiler. */
#include <windows.h>
#include <stdlib.h>
typedef int (*Main)(int, wchar_t **);

static int run(void)
{
    HMODULE library = LoadLibraryW(PYTHON_DLL);
    Main start = library ? (Main)GetProcAddress(library, "Py_Main") : 0;
    return start ? start(__argc, __wargv) : 101;
}

#ifdef WINDOWED
int WINAPI wWinMain(HINSTANCE instance, HINSTANCE before, LPWSTR line, int show) { return run(); }
#else
int wmain(int count, wchar_t **words) { return run(); }
#endif
