# Interview: print ABC ten times with three threads and a ring of semaphores.
from threading import Semaphore, Thread

letters = "ABC"
gates = [Semaphore(1 if i == 0 else 0) for i in range(len(letters))]
out = []


def loop(i):
    for _ in range(10):
        gates[i].acquire()
        out.append(letters[i])
        gates[(i + 1) % len(letters)].release()


workers = [Thread(target=loop, args=[i]) for i in range(3)]
[w.start() for w in workers]
[w.join() for w in workers]
text = "".join(out)
print(text)
assert text == letters * 10, "out of order"
print(sorted({text.count(c) for c in letters}))
