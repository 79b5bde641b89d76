import socket
import socketserver
import threading


class Upper(socketserver.StreamRequestHandler):
    def handle(self):
        for line in self.rfile:
            self.wfile.write(line.strip().upper() + b"!\n")


class Once(socketserver.BaseRequestHandler):
    def handle(self):
        data = self.request.recv(100)
        self.request.sendall(str(len(data)).encode() + b" bytes")


def ask(address, lines):
    with socket.create_connection(address) as sock:
        stream = sock.makefile("rw")
        answers = []
        for line in lines:
            stream.write(line + "\n")
            stream.flush()
            answers.append(stream.readline().strip())
        stream.close()
        return answers


with socketserver.ThreadingTCPServer(("127.0.0.1", 0), Upper) as server:
    thread = threading.Thread(target=server.serve_forever, args=(0.02,))
    thread.start()
    print(ask(server.server_address, ["one", "two"]))
    print(ask(server.server_address, ["three"]))
    server.shutdown()
    thread.join()

with socketserver.TCPServer(("127.0.0.1", 0), Once) as server:
    answers = []

    def client():
        with socket.create_connection(server.server_address) as sock:
            sock.sendall(b"x" * 42)
            answers.append(sock.recv(100))

    thread = threading.Thread(target=client)
    thread.start()
    server.handle_request()
    thread.join()
    print(answers)
