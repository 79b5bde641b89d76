import socket, socketserver, threading
class H(socketserver.BaseRequestHandler):
    def setup(self): print("setup")
    def handle(self): print("handle", self.request.recv(10)); 
    def finish(self): print("finish")
class S(socketserver.TCPServer):
    timeout = 0.05
    def handle_timeout(self): print("timeout")
    def verify_request(self, r, a): print("verify"); return True
    def service_actions(self): print("sa")
s = S(("127.0.0.1", 0), H)
s.handle_request()
c = socket.create_connection(s.server_address); c.send(b"hey")
s.handle_request()
print(c.recv(10)); s.server_close()
print(s.socket)
