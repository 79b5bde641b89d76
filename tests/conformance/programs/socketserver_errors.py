import socket, threading, socketserver
class H(socketserver.StreamRequestHandler):
    timeout = 2
    def handle(self):
        for line in self.rfile:
            if line.strip() == b"crash": raise ValueError("bad command")
            self.wfile.write(b"> " + line)
class S(socketserver.ThreadingTCPServer):
    allow_reuse_address = True
    daemon_threads = True
    def handle_error(self, request, client_address):
        import sys
        print("handler failed:", sys.exc_info()[0].__name__, sys.exc_info()[1])
with S(("127.0.0.1", 0), H) as s:
    threading.Thread(target=s.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
    c = socket.create_connection(s.server_address); f = c.makefile("rwb")
    for cmd in (b"one", b"two", b"crash"):
        f.write(cmd + b"\n"); f.flush(); print(f.readline())
    c.close(); f.close()
    s.shutdown()
print(socketserver.TCPServer.request_queue_size, socketserver.TCPServer.__mro__[1].__name__)
