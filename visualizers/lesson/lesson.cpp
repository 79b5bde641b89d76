#include "lesson/lesson.h"
