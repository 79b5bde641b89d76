#include "script/program.h"
