# Writes OUTPUT: the files of FOLDER as arrays of bytes. Run with cmake -P.
file(GLOB_RECURSE files RELATIVE ${FOLDER} ${FOLDER}/*.py)
list(SORT files)
set(arrays "")
set(table "")
set(count 0)
foreach(file IN LISTS files)
  file(READ ${FOLDER}/${file} bytes HEX)
  string(REGEX REPLACE "([0-9a-f][0-9a-f])" "'\\\\x\\1'," bytes "${bytes}")
  string(REGEX REPLACE "\\.py$" "" module ${file})
  string(REPLACE "/" "." module ${module})
  string(REGEX REPLACE "\\.__init__$" "" module ${module})
  string(APPEND arrays "const char file${count}[] = {${bytes}'\\0'};\n")
  string(APPEND table "    {\"${module}\", file${count}},\n")
  math(EXPR count "${count} + 1")
endforeach()
file(WRITE ${OUTPUT}.new "#include \"machine/interpreter/library.h\"

namespace il::machine {

namespace {

${arrays}
} // namespace

const LibraryFile libraryFiles[] = {
${table}};
const unsigned long libraryFileCount = ${count};

} // namespace il::machine
")
file(COPY_FILE ${OUTPUT}.new ${OUTPUT} ONLY_IF_DIFFERENT)
