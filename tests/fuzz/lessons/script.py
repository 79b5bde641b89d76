# /// script
# requires-python = ">=3.9"
#
# [tool.interleave]
# title = "x"
# cores = 1
#
# [[tool.interleave.parameters]]
# name = "n"
# min = 1
# ///
n = 3
print(n)  #: cue
