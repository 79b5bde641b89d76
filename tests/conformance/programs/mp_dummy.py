from multiprocessing.dummy import Pool as ThreadPool, Process, Lock, current_process, Manager, Pipe, Queue, active_children
import time
def f(u): time.sleep(0.01); return u.title()
pool = ThreadPool(4)
results = pool.map(f, ['ann', 'bob'])
pool.close(); pool.join()
print(results)
p = Process(target=print, args=('hi',)); print(p.exitcode); p.start(); p.join(); print(p.exitcode, active_children())
m = Manager(); d = m.dict(a=1); print(d, m.list([1]), m.Namespace(x=1), m.Value('i', 3))
a, b = Pipe(); a.send(1); print(b.poll(), b.recv(), b.poll())
