"""Makes precipitation.npy of seattle-weather.csv, and prints the rainfall of each year.

Run with Python 3 and NumPy 2.4.6, in this folder: python3 precipitation.py
"""

import csv
import math

import numpy as np

with open("seattle-weather.csv", newline="") as file:
    days = [(row["date"][:4], float(row["precipitation"])) for row in csv.DictReader(file)]

np.save("precipitation.npy", np.array([rain for _, rain in days]))

for year in sorted({year for year, _ in days}):
    rain = [rain for its_year, rain in days if its_year == year]
    print(year, len(rain), "days, cumsum ends at", repr(float(np.cumsum(rain)[-1])),
          "and the exact sum, rounded, is", math.fsum(rain))
