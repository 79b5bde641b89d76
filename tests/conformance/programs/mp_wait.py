import multiprocessing
import time
from multiprocessing.connection import wait


def talk(conn, delay, text):
    time.sleep(delay)
    conn.send(text)
    conn.close()


if __name__ == "__main__":
    readers = []
    for delay, text in [(0.2, "slow"), (0.05, "fast")]:
        reader, writer = multiprocessing.Pipe(duplex=False)
        multiprocessing.Process(target=talk, args=(writer, delay, text)).start()
        writer.close()
        readers.append(reader)
    print(wait(readers, timeout=0))
    while readers:
        for reader in wait(readers):
            try:
                print(reader.recv())
            except EOFError:
                readers.remove(reader)
    p = multiprocessing.Process(target=time.sleep, args=(0.05,))
    p.start()
    print(wait([p.sentinel], timeout=0.001), wait([p.sentinel]) == [p.sentinel])
    p.join()
    print(p.exitcode)
