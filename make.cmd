@echo off
rem Thin calls of tools\dev.py:  make run ^| test ^| demo ^| bench ^| soak ^| build
py -3.11 "%~dp0tools\dev.py" %*
exit /b %errorlevel%
