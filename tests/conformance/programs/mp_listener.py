from multiprocessing import AuthenticationError, Process
from multiprocessing.connection import Client, Listener


def greet(address, key):
    try:
        with Client(address, authkey=key) as conn:
            print(conn.recv(), conn.recv_bytes(), flush=True)
            conn.send("received")
    except AuthenticationError as error:
        print("client:", error, flush=True)


if __name__ == "__main__":
    with Listener(("localhost", 0), authkey=b"open sesame") as listener:
        print(listener.address[0], listener.last_accepted)
        client = Process(target=greet, args=(listener.address, b"open sesame"))
        client.start()
        with listener.accept() as conn:
            print(listener.last_accepted[0], conn.readable, conn.writable, flush=True)
            conn.send({"bread": 2, "type": int})
            conn.send_bytes(b"raw bytes")
            print(conn.recv())
            try:
                conn.recv()
            except EOFError as error:
                print("end", repr(error))
        client.join()
        client = Process(target=greet, args=(listener.address, b"wrong"))
        client.start()
        try:
            listener.accept()
        except AuthenticationError as error:
            client.join()
            print("listener:", error)
    try:
        listener.accept()
    except OSError as error:
        print(error)
