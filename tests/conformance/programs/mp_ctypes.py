import ctypes
import multiprocessing
from multiprocessing import Array, Process, Value


def f(n, a, flag):
    n.value = 3.1415927
    for i in range(len(a)):
        a[i] = -a[i]
    flag.value = True


if __name__ == "__main__":
    num = Value("d", 0.0)
    arr = Array("i", range(10))
    flag = Value(ctypes.c_bool, False)
    small = Value(ctypes.c_int, 7)
    p = Process(target=f, args=(num, arr, flag))
    p.start()
    p.join()
    print(num.value, arr[:], flag.value, small.value)
    with arr.get_lock():
        arr[0] = 100
    print(arr[0], list(arr)[-1], arr[::2], arr[-1])
    doubles = Array(ctypes.c_double, 3)
    print(doubles[:])
