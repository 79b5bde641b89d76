# /// script
# requires-python = ">=3.9"
#
# [tool.interleave]
# title = { en = "Polite philosophers", zh = "客气的哲学家" }
# subtitle = { en = "Nobody waits for a second fork; everybody steps back for 10 ms", zh = "谁也不等第二把叉子，都退让 10 ms" }
# group = "deadlock"
# order = 21
# panel = "deadlock"
# questions = ["S1-21"]
# cores = 2
# python = "3.11"
# axis = "steps"
# [[tool.interleave.parameters]]
# name = "N"
# label = { en = "philosophers", zh = "哲学家人数" }
# min = 2
# max = 12
#
# [[tool.interleave.parameters]]
# name = "TRIES"
# label = { en = "tries", zh = "尝试次数" }
# min = 1
# max = 30
#
# [[tool.interleave.goals]]
# id = "somebody-eats"
# en = "Let somebody eat after all."
# zh = "至少让一个人吃上饭。"
# when = "value(meals) > 0"
# solution = "hand:1=1"
# ///
from threading import Lock, Thread
from time import sleep

N = 5
TRIES = 6
forks = [Lock() for _ in range(N)]
meals = 0


def dine(i):
    global meals
    left = forks[i]
    right = forks[(i + 1) % N]
    for _ in range(TRIES):
        with left:
            sleep(0.01)
            if right.acquire(False):  #: try
                sleep(0.02)
                meals += 1
                return right.release()
            sleep(0.01)  # hesitates, fork in hand
        sleep(0.01)  #: again


people = []
for i in range(N):
    p = Thread(target=dine, args=(i,))
    p.name = f"P{i + 1}"
    p.start()
    people.append(p)
for p in people:
    p.join()
print(meals, "have eaten")  #: hungry
