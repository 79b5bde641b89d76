import multiprocessing as mp
def f(): pass
p = mp.Process(target=f)
for op in ('join', 'terminate', 'kill', 'is_alive', 'close'):
    try: print(op, getattr(p, op)())
    except Exception as e: print(op, type(e).__name__, e)
p = mp.Process(target=f)
p.start(); p.join()
try: p.start()
except AssertionError as e: print(e)
try: p.daemon = True
except AssertionError as e: print(e)
try: mp.Process(target=f, args=5)
except TypeError as e: print(e)
try: mp.Process('g', f)
except AssertionError as e: print(e)
try: p.name = 5
except AssertionError as e: print(e)
q = mp.Process(target=f)
try: q.sentinel
except ValueError as e: print(e)
print(q.ident)
try: mp.Process(f).start()
except AssertionError as e: print(e)
p = mp.Process(target=f())
p.start(); p.join(); print(p.exitcode)
from multiprocessing import Process
try: Process(None, print, 'n', (1,), {}, True)
except TypeError as e: print(e)
try: Process(aim=print)
except TypeError as e: print(e)
Process(target=print, args=('hi',), kwargs={'end': '!\n'}).run()
