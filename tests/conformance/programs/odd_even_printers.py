# Interview: two threads print the odd and the even numbers in turn.
import threading

turn = threading.Condition()
current = 1
LIMIT = 10


def printer(name, parity):
    global current
    while True:
        with turn:
            turn.wait_for(lambda: current > LIMIT or current % 2 == parity)
            if current > LIMIT:
                turn.notify_all()
                return
            print(f"{name:<5}{current:>3}")
            current += 1
            turn.notify_all()


pair = [threading.Thread(target=printer, args=("even", 0)), threading.Thread(target=printer, args=("odd", 1))]
for t in pair:
    t.start()
for t in pair:
    t.join()
print("current is", current)
