import multiprocessing


def child(conn, other):
    other.close()
    print("child got", conn.recv())
    conn.send({"answer": 42, "list": [1, 2]})
    conn.send_bytes(b"raw bytes")
    try:
        conn.recv()
    except EOFError:
        print("child: EOF")
    conn.close()


def producer(reader, writer):
    reader.close()
    for i in range(3):
        writer.send(i)
    writer.close()


if __name__ == "__main__":
    parent_conn, child_conn = multiprocessing.Pipe()
    p = multiprocessing.Process(target=child, args=(child_conn, parent_conn))
    p.start()
    child_conn.close()
    parent_conn.send(["hello", 1])
    print("parent got", parent_conn.recv(), parent_conn.recv_bytes())
    print(parent_conn.poll(), parent_conn.closed, parent_conn.readable, parent_conn.writable)
    parent_conn.close()
    p.join()
    reader, writer = multiprocessing.Pipe(duplex=False)
    print(reader.readable, reader.writable, writer.readable, writer.writable)
    p = multiprocessing.Process(target=producer, args=(reader, writer))
    p.start()
    writer.close()
    while True:
        try:
            print("got", reader.recv())
        except EOFError:
            break
    p.join()
    for attempt in [lambda: reader.send(1), lambda: writer.send(1), lambda: parent_conn.recv()]:
        try:
            attempt()
        except OSError as error:
            print(error)
    reader, writer = multiprocessing.Pipe(False)
    print(reader.poll(), reader.poll(0.01))
    writer.send("x" * 100)
    print(reader.poll(), len(reader.recv()))
    try:
        writer.send(lambda: 0)
    except Exception as error:
        print(type(error).__name__)
