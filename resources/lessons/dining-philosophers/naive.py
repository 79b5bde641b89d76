# /// script
# requires-python = ">=3.9"
#
# [tool.interleave]
# title = { en = "Dining philosophers", zh = "哲学家就餐" }
# subtitle = { en = "Each takes the left fork first", zh = "每个人都先拿左边的叉子" }
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
# [[tool.interleave.goals]]
# id = "everybody-eats"
# en = "Let everybody eat."
# zh = "让每个人都吃上饭。"
# when = 'reason == "finished"'
# solution = "hand:4=1"
# ///
from threading import Lock, Thread
from time import sleep

N = 5
forks = [Lock() for _ in range(N)]
meals = 0


def dine(i):
    global meals
    left = forks[i]
    right = forks[(i + 1) % N]
    with left:  #: left
        sleep(0.01)
        with right:  #: right
            sleep(0.02)
            meals += 1


people = []
for i in range(N):
    p = Thread(target=dine, args=(i,))
    p.name = f"P{i + 1}"
    p.start()
    people.append(p)
for p in people:
    p.join()
print(meals, "have eaten")  #: never

#: ring
