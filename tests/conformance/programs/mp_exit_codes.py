import multiprocessing, sys, time, os
def exit_error(): sys.exit(1)
def exit_ok(): return
def return_value(): return 1
def raises(): raise RuntimeError('There was an error!')
def terminated(): time.sleep(3)
def osexit(): os._exit(7)
def big(): sys.exit(300)
def neg(): sys.exit(-1)
def text(): sys.exit("bye")
def none(): sys.exit(None)
def flt(): sys.exit(2.5)
def boolean(): sys.exit(True)
def tup(): sys.exit((1,2))
if __name__ == '__main__':
    jobs = []
    for f in [exit_error, exit_ok, return_value, raises, terminated, osexit, big, neg, text, none, flt, boolean, tup]:
        j = multiprocessing.Process(target=f, name=f.__name__)
        jobs.append(j)
        j.start()
        if f is not terminated: j.join()
    jobs[4].terminate()
    for j in jobs:
        j.join()
        print(f'{j.name:>15}.exitcode = {j.exitcode}')
