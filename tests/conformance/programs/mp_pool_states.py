from multiprocessing import Pool
p = Pool(2)
print(p)
try: p.join()
except ValueError as e: print(e)
p.close(); print(p); p.join()
for op in ('map', 'imap', 'apply_async', 'apply'):
    try: getattr(p, op)(abs, [1])
    except ValueError as e: print(op, e)
p.terminate(); p.terminate(); print(p)
for n in (0, -1, 'x', 1.5):
    try: Pool(n)
    except Exception as e: print(n, type(e).__name__, e)
try: Pool(1, initializer=5)
except TypeError as e: print(e)
try: Pool(1, maxtasksperchild=0)
except ValueError as e: print(e)
