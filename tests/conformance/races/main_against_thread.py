import threading
flag = []
t = threading.Thread(target=flag.append, args=(1,))
t.start()
print(len(flag))
t.join()
