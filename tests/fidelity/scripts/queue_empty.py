"""put(), and at once: is the queue empty? A multiprocessing.Queue's item is still with the feeder thread."""
import multiprocessing
import queue

TRIES = 100


def fresh(make):
    wrong = 0
    for _ in range(TRIES):
        one = make()
        one.put("item")
        wrong += one.empty()
        one.get()
    return wrong


def warm(make):
    one = make()
    one.put("item")
    one.get()
    wrong = 0
    for _ in range(TRIES):
        one.put("item")
        wrong += one.empty()
        one.get()
    return wrong


if __name__ == "__main__":
    print(f"queue.Queue: {fresh(queue.Queue)} %")
    print(f"multiprocessing.Queue, new: {fresh(multiprocessing.Queue)} %")
    print(f"multiprocessing.Queue, used before: {warm(multiprocessing.Queue)} %")
