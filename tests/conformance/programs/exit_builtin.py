import threading
def f():
    exit(3)
t = threading.Thread(target=f); t.start(); t.join()
print('on')

import sys  # and then
try:
    exit('no')
except SystemExit as e: print(repr(e), e.code)
try: sys.exit(1, 2)
except TypeError as e: print(type(e).__name__)
def f():
    try: sys.exit(2)
    finally: print('finally')
f()
