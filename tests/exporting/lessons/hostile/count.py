# /// script
# [tool.interleave]
# title = { en = "</script><script>hacked = 1</script>", zh = "\"><img src=x onerror=hacked=2>" }
# subtitle = { en = "{{data}} {{script}} ]]> <!-- ' \" &amp;", zh = "\u2028 <b>粗</b>" }
# ///
total = 0
for n in range(3):
    total += n  #: add
print("</script><script>hacked = 3</script>")  #: end
