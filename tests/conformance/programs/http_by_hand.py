import socket, threading
HOST = "127.0.0.1"
def serve(sock):
    while True:
        conn, addr = sock.accept()
        with conn:
            request = b""
            while b"\r\n\r\n" not in request:
                chunk = conn.recv(16)
                if not chunk: break
                request += chunk
            head = request.split(b"\r\n")[0].decode()
            method, path, version = head.split()
            body = f"<h1>{path}</h1>".encode("utf-8")
            response = ("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: %d\r\nConnection: close\r\n\r\n" % len(body)).encode() + body
            conn.sendall(response)
            if path == "/quit": return
s = socket.create_server((HOST, 0))
t = threading.Thread(target=serve, args=(s,)); t.start()
for p in ("/", "/a/b", "/quit"):
    with socket.create_connection(s.getsockname()) as c:
        c.send(f"GET {p} HTTP/1.1\r\nHost: {HOST}\r\n\r\n".encode())
        data = b""
        while chunk := c.recv(10):
            data += chunk
    head, _, body = data.partition(b"\r\n\r\n")
    headers = dict(l.split(": ", 1) for l in head.decode().split("\r\n")[1:])
    print(headers["Content-Length"], body.decode())
t.join()
