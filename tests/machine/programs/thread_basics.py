import threading


def worker(a, b=0):
    print("in", threading.current_thread().name, a, b)


main = threading.main_thread()
print(main.name, main.is_alive(), main.daemon, threading.current_thread() is main)
t = threading.Thread(target=worker, args=(1,), kwargs={"b": 2})
print(t.name, t.is_alive(), t.ident, t.daemon)
t.start()
t.join()
print(t.is_alive(), t.ident is not None, t.native_id is not None)
u = threading.Thread(target=worker, args=(3,), name="named", daemon=True)
print(u.daemon)
u.start()
u.join()
v = threading.Thread()
v.start()
v.join()
print(v.name)
print(threading.active_count(), [x.name for x in threading.enumerate()])
