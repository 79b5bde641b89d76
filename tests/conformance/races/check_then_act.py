import threading, time
tickets, sold = 1, []
def buy(name):
    global tickets
    if tickets > 0:
        time.sleep(0)
        tickets -= 1
        sold.append(name)
ts = [threading.Thread(target=buy, args=(n,)) for n in "xy"]
for t in ts: t.start()
for t in ts: t.join()
print(tickets, sorted(sold))
