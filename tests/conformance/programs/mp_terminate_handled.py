import multiprocessing as mp, time, signal, sys
def handler(sig, frame):
    print('got', signal.Signals(sig).name, flush=True)
    sys.exit(9)
def f(ready):
    signal.signal(signal.SIGTERM, handler)
    ready.set()
    try:
        time.sleep(10)
    finally:
        print('finally', flush=True)
if __name__ == '__main__':
    e = mp.Event()
    p = mp.Process(target=f, args=(e,)); p.start(); e.wait(); time.sleep(0.3)
    p.terminate(); p.join(); print(p.exitcode)
    def g(e):
        signal.signal(signal.SIGTERM, signal.SIG_IGN); e.set(); time.sleep(1); print('survived', flush=True)
    e = mp.Event()
    p = mp.Process(target=g, args=(e,)); p.start(); e.wait(); time.sleep(0.3); p.terminate(); p.join(); print(p.exitcode)
    e = mp.Event()
    p = mp.Process(target=g, args=(e,)); p.start(); e.wait(); time.sleep(0.3); p.kill(); p.join(); print(p.exitcode)
