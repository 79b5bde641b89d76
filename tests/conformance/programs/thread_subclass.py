import threading
class Worker(threading.Thread):
    def __init__(self, n):
        super().__init__(name=f"w{n}")
        self.n = n
        self.result = None
    def run(self):
        self.result = self.n ** 2
workers = [Worker(i) for i in range(5)]
for w in workers: w.start()
for w in workers: w.join()
print([(w.name, w.result) for w in workers])
