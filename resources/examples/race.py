# /// script
# [tool.interleave]
# title = { en = "A race: updates get lost", zh = "竞态条件：更新会丢失" }
# panel = "mutex"
# order = 2
# axis = "steps"
# ///
from threading import Thread
from sim import cpu

counter = 0


def increment():
    global counter
    for _ in range(3):
        seen = counter
        cpu(ms=3)  # time enough for the other thread
        counter = seen + 1


threads = [Thread(target=increment, name=f"T{n}") for n in (1, 2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("counter is", counter, "and should be 6")
