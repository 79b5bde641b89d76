# One thread serves several connections with select.
import select
import socket
import threading

server = socket.create_server(("127.0.0.1", 0))
address = server.getsockname()


def client(name, results):
    with socket.create_connection(address) as sock:
        sock.sendall(name.encode())
        results[name] = sock.recv(100).decode()


def serve(count):
    sockets = [server]
    done = 0
    while done < count:
        readable, _, _ = select.select(sockets, [], [])
        for sock in readable:
            if sock is server:
                conn, _ = server.accept()
                sockets.append(conn)
                continue
            data = sock.recv(100)
            if data:
                sock.sendall(b"hello " + data)
            else:
                sockets.remove(sock)
                sock.close()
                done += 1


results = {}
threads = [threading.Thread(target=client, args=(name, results)) for name in ["ann", "bob", "cid", "dan", "eve"]]
for thread in threads:
    thread.start()
serve(len(threads))
for thread in threads:
    thread.join()
for name in sorted(results):
    print(name, "->", results[name])
