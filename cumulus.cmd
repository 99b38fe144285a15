@echo off
rem Runs the cumulus command from a clone of the project on Windows; builds it on the first run.
rem Unlike the launcher for other systems it does not see changed sources: delete target\cumulus to build again.
setlocal
set "root=%~dp0"
set "app=%root%cli\target\cumulus"
if not exist "%app%\cumulus-cli.jar" (
  echo cumulus: building, once ^(a minute or two on a first run^)... 1>&2
  call "%root%mvnw.cmd" -f "%root%pom.xml" -B -q -pl cli -am package -Dquick -Dmaven.test.skip=true -Dbuild.folder=target/cumulus 1>&2 || exit /b 1
)
if defined JAVA25_HOME (set "java=%JAVA25_HOME%\bin\java") else if defined JAVA_HOME (set "java=%JAVA_HOME%\bin\java") else (set "java=java")
"%java%" -XX:+UseSerialGC -cp "%app%\cumulus-cli.jar" org.cumulus.cli.Main %*
exit /b %ERRORLEVEL%
