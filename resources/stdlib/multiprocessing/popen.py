"""How the child processes come about: by fork, or as a fresh interpreter that runs the script again."""
import _process
import os
import sys
from multiprocessing import util

SIGKILL = 9
SIGTERM = 15
# Parts of the library whose objects may be among the arguments of a spawned process.
_modules = ["multiprocessing.connection", "multiprocessing.queues", "multiprocessing.synchronize",
            "multiprocessing.sharedctypes", "multiprocessing.pool", "multiprocessing.managers",
            "concurrent.futures.process"]


class ForkPopen:
    def __init__(self, process_obj):
        util._flush_std_streams()
        self.returncode = None
        self._launch(process_obj)

    def _launch(self, process_obj):
        code = 1
        # The child holds the only writing end of the first pipe, the parent that of the second: so each can see
        # the other's end.
        parent_r, child_w = os.pipe()
        child_r, parent_w = os.pipe()
        self.pid = os.fork()
        if self.pid == 0:
            try:
                os.close(parent_r)
                os.close(parent_w)
                code = process_obj._bootstrap(parent_sentinel=child_r)
            finally:
                os._exit(code)
        os.close(child_w)
        os.close(child_r)
        self.sentinel = parent_r
        self._write_end = parent_w

    def poll(self, flag=os.WNOHANG):
        if self.returncode is None:
            try:
                pid, status = os.waitpid(self.pid, flag)
            except OSError:
                # A child that is another's, or has been waited for already.
                return None
            if pid == self.pid:
                self.returncode = os.waitstatus_to_exitcode(status)
        return self.returncode

    def wait(self, timeout=None):
        if self.returncode is None:
            if timeout is not None:
                from multiprocessing.connection import wait
                if not wait([self.sentinel], timeout):
                    return None
            return self.poll(os.WNOHANG if timeout == 0.0 else 0)
        return self.returncode

    def _send_signal(self, signal):
        if self.returncode is None:
            try:
                os.kill(self.pid, signal)
            except ProcessLookupError:
                pass
            except OSError:
                if self.wait(timeout=0.1) is None:
                    raise

    def terminate(self):
        self._send_signal(SIGTERM)

    def kill(self):
        self._send_signal(SIGKILL)

    def close(self):
        if self.sentinel is not None:
            os.close(self.sentinel)
            os.close(self._write_end)
            self.sentinel = None


class SpawnPopen(ForkPopen):
    def _launch(self, process_obj):
        from _pickle import forking_dumps as dumps
        import pickle
        from multiprocessing import context, process
        process._check_not_importing_main()
        self._fds = []
        parent_r, child_w = os.pipe()
        child_r, parent_w = os.pipe()
        context.set_spawning_popen(self)
        try:
            # The process itself is pickled apart: it makes sense only where the modules are there.
            loaded = [name for name in _modules if name in sys.modules]
            payload = dumps((context._default_context.get_start_method(), child_r, loaded, dumps(process_obj)))
        finally:
            context.set_spawning_popen(None)
        self.pid = _process.spawn("multiprocessing._spawned", payload, self._fds + [child_r, child_w])
        os.close(child_w)
        os.close(child_r)
        self.sentinel = parent_r
        self._write_end = parent_w

    def duplicate_for_child(self, fd):
        self._fds.append(fd)
        return fd
