# SPDX-License-Identifier: Apache-2.0
# Installs into an empty folder, looks whether all is where Debian expects it, and does the main job
# with what was installed, told nothing of the tree it came from.
#   cmake -D BUILD=<build folder> -D PREFIX=<empty folder> -P installtest.cmake
cmake_minimum_required(VERSION 3.25)

file(REMOVE_RECURSE ${PREFIX})
execute_process(COMMAND ${CMAKE_COMMAND} --install ${BUILD} --prefix ${PREFIX}
    OUTPUT_QUIET COMMAND_ERROR_IS_FATAL ANY)

foreach(file IN ITEMS
        bin/entente bin/entente-cli bin/entente-layout
        share/entente/ontology/annotation.conf share/entente/ontology/visual.conf
        share/entente/ontology/entente.json share/entente/translations/entente_en.qm
        share/entente/language/en.json share/entente/language/ko.json share/entente/language/ru.json
        share/entente/language/states.en.json
        share/applications/entente.desktop share/metainfo/entente.metainfo.xml
        share/icons/hicolor/scalable/apps/entente.svg share/icons/hicolor/128x128/apps/entente.png)
    if(NOT EXISTS ${PREFIX}/${file})
        message(SEND_ERROR "not installed: ${file}")
    endif()
endforeach()

# In a copy elsewhere, so that nothing is found by walking up to the tree.
set(copy $ENV{TMPDIR})
if(NOT copy)
    set(copy /var/tmp)
endif()
string(RANDOM LENGTH 12 name)
set(copy ${copy}/entente-${name})
file(COPY ${PREFIX}/ DESTINATION ${copy})
# Nothing of our environment but what sanitizers are told, where the programs are built with them.
set(clean env -i LANG=C.UTF-8 HOME=${copy}/home PATH=/usr/bin:/bin LSAN_OPTIONS=$ENV{LSAN_OPTIONS})
foreach(arguments IN ITEMS "summary;share/entente/sample"
        "export;share/entente/sample;-o;picture.svg" "export;share/entente/sample;-o;picture.png")
    execute_process(COMMAND ${clean} bin/entente-cli ${arguments} WORKING_DIRECTORY ${copy}
        RESULT_VARIABLE result OUTPUT_VARIABLE said ERROR_VARIABLE complained)
    if(NOT result EQUAL 0)
        message(SEND_ERROR "entente-cli ${arguments}: ${result}\n${said}${complained}")
    endif()
endforeach()
foreach(picture IN ITEMS picture.svg picture.png)
    if(NOT EXISTS ${copy}/${picture})
        message(SEND_ERROR "not written: ${picture}")
    endif()
endforeach()
file(REMOVE_RECURSE ${copy} ${PREFIX})
