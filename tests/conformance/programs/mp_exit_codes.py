import multiprocessing, sys, time, os
def one(): sys.exit(1)
def quiet(): pass
def answers(): return 42
def breaks(): return [][0]
def ended(): time.sleep(3)
def at_once(): os._exit(7)
def big(): sys.exit(300)
def neg(): sys.exit(-1)
def text(): sys.exit("bye")
def none(): sys.exit(None)
def flt(): sys.exit(2.5)
def boolean(): sys.exit(True)
def tup(): sys.exit((1,2))
if __name__ == '__main__':
    jobs = []
    for f in [one, quiet, answers, breaks, ended, at_once, big, neg, text, none, flt, boolean, tup]:
        j = multiprocessing.Process(target=f, name=f.__name__)
        jobs.append(j)
        j.start()
        if f is not ended: j.join()
    jobs[4].terminate()
    for j in jobs:
        j.join()
        print(j.name, j.exitcode)
