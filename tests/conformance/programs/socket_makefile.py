import socket
import threading

server = socket.create_server(("", 0))
port = server.getsockname()[1]


def serve():
    conn, _ = server.accept()
    with conn, conn.makefile("rw") as stream:
        for line in stream:
            if line.strip() == "quit":
                stream.write("bye\n")
                stream.flush()
                return
            stream.write(f"{line.strip()} has {len(line.strip())} letters\n")
            stream.flush()


thread = threading.Thread(target=serve)
thread.start()
with socket.create_connection(("localhost", port)) as sock:
    stream = sock.makefile("rw")
    for word in ["socket", "stream", "quit"]:
        stream.write(word + "\n")
        stream.flush()
        print(stream.readline().strip())
    print(repr(stream.readline()))
thread.join()
