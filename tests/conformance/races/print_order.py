import threading
out = []
def say(name):
    out.append(name)
ts = [threading.Thread(target=say, args=(n,)) for n in "ab"]
for t in ts: t.start()
for t in ts: t.join()
print("".join(out))
