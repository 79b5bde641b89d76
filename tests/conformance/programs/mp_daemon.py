import multiprocessing
import time


def sleeper():
    time.sleep(100)


def nested():
    try:
        multiprocessing.Process(target=sleeper).start()
    except AssertionError as error:
        print(error)


def name_chain():
    print(multiprocessing.current_process().name, multiprocessing.parent_process().name)
    p = multiprocessing.Process(target=name_chain_inner)
    p.start()
    p.join()


def name_chain_inner():
    print(multiprocessing.current_process().name, multiprocessing.parent_process().name)


if __name__ == "__main__":
    p = multiprocessing.Process(target=nested, daemon=True)
    print(p.daemon)
    p.start()
    p.join()
    p = multiprocessing.Process(target=name_chain)
    p.start()
    p.join()
    p = multiprocessing.Process(target=sleeper)
    p.daemon = True
    p.start()
    print(p.is_alive(), multiprocessing.active_children() == [p])
