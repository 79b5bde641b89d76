import multiprocessing as mp
print(mp.Condition(), mp.Semaphore(3), mp.BoundedSemaphore(2), mp.Lock(), mp.RLock())
print(str(mp.Event())[:9], str(mp.Barrier(2))[:9], str(mp.Queue()).split(' at')[0], str(mp.JoinableQueue()).split(' at')[0], str(mp.SimpleQueue()).split(' at')[0])
print(mp.Array('i', 3).get_obj()[:], str(mp.Array('i', 3)).split(' at ')[0], str(mp.Array('c', 3)).split(' at ')[0], str(mp.RawArray('d', 2)).split(' at ')[0], mp.RawValue('d', 2), mp.RawValue('c', b'x'))
import ctypes
print(mp.Value(ctypes.c_bool, False), mp.Value(ctypes.c_double), mp.Value('L', 4), mp.Value('H', 1), mp.Value('f', 1))
